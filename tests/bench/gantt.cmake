# The timeline's frame times; part of `benches` like the others (tests/bench/run gantt).
if(ATALAYA_DESKTOP)
    if(NOT TARGET benches)
        add_custom_target(benches)
    endif()
    add_executable(bench_gantt EXCLUDE_FROM_ALL
        ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_gantt.cpp
        ${CMAKE_CURRENT_SOURCE_DIR}/support/timelinestory.cpp
        ${CMAKE_CURRENT_SOURCE_DIR}/support/timelinestory.h)
    target_link_libraries(bench_gantt PRIVATE atalaya_ui atalaya_options)
    target_include_directories(bench_gantt PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/services)
    add_dependencies(benches bench_gantt)
endif()
