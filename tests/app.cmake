# The programs, the rules of the source tree, the translations.
find_program(ATALAYA_CLANG_FORMAT clang-format-14)
atalaya_test(tst_sourcerules LINKS atalaya_core)
if(NOT ATALAYA_DESKTOP)
    return()
endif()
target_compile_definitions(tst_sourcerules PRIVATE
    SOURCE_TREE="${CMAKE_SOURCE_DIR}" CLANG_FORMAT="${ATALAYA_CLANG_FORMAT}")

atalaya_test(tst_translations LINKS atalaya_core atalaya_languages)
target_compile_definitions(tst_translations PRIVATE
    SOURCE_TREE="${CMAKE_SOURCE_DIR}"
    TRANSLATION_SOURCES="${CMAKE_BINARY_DIR}/translation-sources.txt"
    LUPDATE="$<TARGET_FILE:Qt6::lupdate>")

atalaya_test(tst_sandboxclock LINKS atalaya_app)
atalaya_test(tst_composition LINKS atalaya_app)
add_dependencies(tst_composition atalaya-sandbox)

# These start the real programs beside them.
foreach(name IN ITEMS tst_atalayactl tst_configcommands tst_ctlexports tst_ctlsandbox tst_ctltroubles tst_killresume tst_secretsleak)
    if(name MATCHES "tst_atalayactl|tst_ctltroubles")
        atalaya_test(${name} LINKS atalaya_core SMOKE TIMEOUT 600)
    else()
        atalaya_test(${name} LINKS atalaya_core TIMEOUT 600)
    endif()
    add_dependencies(${name} atalayactl atalaya-sandbox)
endforeach()

atalaya_test(tst_offline LINKS atalaya_sandbox Qt6::Network TIMEOUT 600)
add_dependencies(tst_offline atalayactl)

atalaya_test(tst_ctlaccounts LINKS atalaya_sandbox TIMEOUT 600)
add_dependencies(tst_ctlaccounts atalayactl)

atalaya_test(tst_desktop LINKS atalaya_core SMOKE TIMEOUT 600)
add_dependencies(tst_desktop atalaya atalayactl atalaya-sandbox)

# Without a flyctl they are not run, and CTest says so.
atalaya_test(tst_flyctl LINKS atalaya_sandbox Qt6::Network TIMEOUT 900)
add_dependencies(tst_flyctl atalayactl atalaya-sandbox)
atalaya_test(tst_flyctlconfig LINKS atalaya_sandbox atalaya_fly TIMEOUT 900)
set_tests_properties(tst_flyctl tst_flyctlconfig PROPERTIES SKIP_REGULAR_EXPRESSION "not run: ")

include(bench/bench.cmake)
