if(ATALAYA_DESKTOP)
# The window, and the models it shows.
add_library(atalaya_uisupport STATIC
    support/printmodel.cpp support/printmodel.h
    support/samplefleet.cpp support/samplefleet.h
    support/timelinestory.cpp support/timelinestory.h)
target_link_libraries(atalaya_uisupport PUBLIC atalaya_models PRIVATE atalaya_options)
target_include_directories(atalaya_uisupport PUBLIC ${CMAKE_CURRENT_SOURCE_DIR} PRIVATE ${CMAKE_SOURCE_DIR}/services)
target_precompile_headers(atalaya_uisupport REUSE_FROM atalaya_pch)

atalaya_test(tst_fleetmodel LINKS atalaya_uisupport)
atalaya_test(tst_deploymentsmodel LINKS atalaya_uisupport)
atalaya_test(tst_logmodel LINKS atalaya_uisupport)
atalaya_test(tst_planmodel LINKS atalaya_uisupport)
foreach(name IN ITEMS fleetpanel plandialog logview commandpalette)
    atalaya_test(tst_${name} LINKS atalaya_ui atalaya_uisupport GUI)
endforeach()
atalaya_test(tst_targetpanel LINKS atalaya_ui atalaya_uisupport GUI)
endif()
