# The models' values and the timeline.
set(timeline_story support/timelinestory.cpp support/timelinestory.h)
atalaya_test(tst_format LINKS atalaya_models)
atalaya_test(tst_timescale LINKS atalaya_models)
atalaya_test(tst_timelinelayout SOURCES ${timeline_story} LINKS atalaya_models)
atalaya_test(tst_spantablemodel SOURCES ${timeline_story} LINKS atalaya_models)
atalaya_test(tst_ganttview SOURCES ${timeline_story} LINKS atalaya_ui GUI)
atalaya_test(tst_ganttaccessibility SOURCES ${timeline_story} LINKS atalaya_ui GUI)
atalaya_test(tst_words SOURCES ${timeline_story} LINKS atalaya_models)
