# Frame times of the timeline and the log, and the fleet; part of `benches` like the others.
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
    add_executable(bench_log EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_log.cpp)
    target_link_libraries(bench_log PRIVATE atalaya_ui atalaya_options)
    target_include_directories(bench_log PRIVATE ${CMAKE_SOURCE_DIR}/services)
    add_executable(bench_fleet EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_fleet.cpp)
    target_link_libraries(bench_fleet PRIVATE atalaya_ui atalaya_sandbox atalaya_options)
    target_include_directories(bench_fleet PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/services)
    add_dependencies(bench_fleet atalaya-sandbox)
    add_dependencies(benches bench_gantt bench_log bench_fleet)
endif()
