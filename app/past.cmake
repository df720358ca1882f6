# What the sandbox's apps went through before its first start.
atalaya_box(past
    SOURCES
        pastfile.cpp pastfile.h
        pastplan.cpp pastplan.h
        pastscript.cpp pastscript.h
        paststeps.cpp
        sandboxpast.cpp sandboxpast.h
    LINKS atalaya_core atalaya_types atalaya_config atalaya_deploy atalaya_store atalaya_diagnosis)
qt_add_resources(atalaya_past past
    PREFIX /past
    BASE ${CMAKE_SOURCE_DIR}/resources/scenarios/history
    FILES
        ${CMAKE_SOURCE_DIR}/resources/scenarios/history/grupo-gad.json
        ${CMAKE_SOURCE_DIR}/resources/scenarios/history/sist-cabanas-mvp.json)
