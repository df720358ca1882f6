add_library(deploy_fixture STATIC
    support/enginefixture.cpp support/enginefixture.h
    support/invariants.cpp support/invariants.h
    support/memoryjournal.cpp support/memoryjournal.h)
target_link_libraries(deploy_fixture PUBLIC atalaya_deploy atalaya_sandbox PRIVATE atalaya_options)
target_include_directories(deploy_fixture PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/services)
target_precompile_headers(deploy_fixture REUSE_FROM atalaya_pch)

atalaya_test(tst_planner LINKS deploy_fixture)
atalaya_test(tst_verdict LINKS atalaya_deploy TSAN)
foreach(stack IN ITEMS tst_atalayatoml tst_stackplan tst_stackretry)
    atalaya_test(${stack} SOURCES support/stackfixture.cpp LINKS atalaya_deploy)
endforeach()
atalaya_test(tst_engine LINKS deploy_fixture TSAN)
atalaya_test(tst_enginefaults LINKS deploy_fixture)
atalaya_test(tst_enginematrix LINKS deploy_fixture TSAN TIMEOUT 900)
atalaya_test(tst_resume LINKS deploy_fixture TSAN TIMEOUT 900)
atalaya_test(tst_groupchanges LINKS deploy_fixture atalaya_diagnosis TIMEOUT 600)
atalaya_test(tst_otherclients LINKS deploy_fixture)
atalaya_test(tst_question LINKS deploy_fixture)
atalaya_test(tst_rollback LINKS deploy_fixture)
atalaya_test(tst_strategies LINKS deploy_fixture TIMEOUT 900)
atalaya_test(tst_truth LINKS deploy_fixture atalaya_models TIMEOUT 600)
atalaya_test(tst_deployservice LINKS deploy_fixture)
atalaya_test(tst_stackengine SOURCES support/stackserver.cpp support/memoryjournal.cpp LINKS atalaya_deploy TIMEOUT 600)
# The thread sanitizer runs fewer rows of the matrices.
if(NOT ATALAYA_DESKTOP)
    set_property(TEST tst_enginematrix tst_resume APPEND PROPERTY ENVIRONMENT "ATALAYA_MATRIX=small")
endif()
