# Programs that libFuzzer drives: -DATALAYA_FUZZ=ON with clang++-14. Each starts from its corpus:
#   .build/fuzz/bin/fuzz_machines -max_total_time=60 NEW-FOLDER tests/fuzz/corpora/machines
# The ordinary tests replay the corpora with every compiler.
function(atalaya_fuzz name)
    cmake_parse_arguments(FUZZ "" "" "SOURCES;LINKS;DEFINITIONS" ${ARGN})
    if(NOT ATALAYA_FUZZ)
        return()
    endif()
    add_executable(${name} ${FUZZ_SOURCES})
    target_link_libraries(${name} PRIVATE ${FUZZ_LINKS} atalaya_options)
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/services)
    target_compile_definitions(${name} PRIVATE ${FUZZ_DEFINITIONS})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()

foreach(body IN ITEMS Machines Release Lease GraphQl Logs)
    string(TOLOWER ${body} lower)
    atalaya_fuzz(fuzz_${lower} SOURCES fuzz/fuzz_api.cpp fuzz/apibodies.cpp LINKS atalaya_fly DEFINITIONS FUZZ_BODY=${body})
endforeach()

foreach(kind IN ITEMS flyToml flyYaml)
    string(TOLOWER ${kind} lower)
    atalaya_fuzz(fuzz_${lower} SOURCES fuzz/fuzz_flytoml.cpp fuzz/flytomlbytes.cpp LINKS atalaya_fly DEFINITIONS FUZZ_TROUBLES=${kind}Troubles)
endforeach()
foreach(kind IN ITEMS compose dotEnv)
    string(TOLOWER ${kind} lower)
    atalaya_fuzz(fuzz_${lower} SOURCES fuzz/fuzz_compose.cpp fuzz/composebytes.cpp LINKS atalaya_config DEFINITIONS FUZZ_TROUBLES=${kind}Troubles)
endforeach()
