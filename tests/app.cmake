# The programs, the rules of the source tree, the translations.
find_program(ATALAYA_CLANG_FORMAT clang-format-14)
atalaya_test(tst_sourcerules LINKS atalaya_core)
if(TARGET tst_sourcerules) # not part of the thread-sanitizer set
    target_compile_definitions(tst_sourcerules PRIVATE
        SOURCE_TREE="${CMAKE_SOURCE_DIR}" CLANG_FORMAT="${ATALAYA_CLANG_FORMAT}")
endif()
if(ATALAYA_DESKTOP)
    atalaya_test(tst_translations LINKS atalaya_core atalaya_languages)
    target_compile_definitions(tst_translations PRIVATE
        SOURCE_TREE="${CMAKE_SOURCE_DIR}"
        TRANSLATION_SOURCES="${CMAKE_BINARY_DIR}/translation-sources.txt"
        LUPDATE="$<TARGET_FILE:Qt6::lupdate>")
endif()
