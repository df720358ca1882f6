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
atalaya_test(tst_serverrows LINKS atalaya_uisupport)
atalaya_test(tst_activitymodel LINKS atalaya_uisupport)
atalaya_test(tst_stackformdialog SOURCES support/stackfixture.cpp LINKS atalaya_ui atalaya_uisupport GUI)
atalaya_test(tst_plandialog SOURCES support/stackfixture.cpp LINKS atalaya_ui atalaya_uisupport GUI)
foreach(name IN ITEMS exports fleetpanel questiondialog logview commandpalette)
    atalaya_test(tst_${name} LINKS atalaya_ui atalaya_uisupport GUI)
endforeach()
atalaya_test(tst_targetpanel LINKS atalaya_ui atalaya_uisupport GUI)

# The whole window, on services composed as the program does it.
add_library(atalaya_windowsupport STATIC
    support/sandboxwindow.cpp support/sandboxwindow.h support/scriptedprompts.h)
target_link_libraries(atalaya_windowsupport
    PUBLIC atalaya_ui atalaya_app atalaya_languages atalaya_uisupport Qt6::Test PRIVATE atalaya_options)
target_include_directories(atalaya_windowsupport PRIVATE ${CMAKE_SOURCE_DIR}/services)
target_precompile_headers(atalaya_windowsupport REUSE_FROM atalaya_pch_gui)
foreach(name IN ITEMS mainwindow retranslation userstory desktopbus troubles decisions)
    atalaya_test(tst_${name} LINKS atalaya_windowsupport GUI)
    add_dependencies(tst_${name} atalaya-sandbox)
endforeach()
target_link_libraries(tst_desktopbus PRIVATE Qt6::DBus)
qt_wrap_cpp(fakedesktop_moc support/fakedesktop.h TARGET tst_desktopbus)
target_sources(tst_desktopbus PRIVATE ${fakedesktop_moc})
target_link_libraries(tst_troubles PRIVATE Qt6::Sql)
atalaya_test(tst_otherprocess LINKS atalaya_windowsupport GUI TIMEOUT 600)
add_dependencies(tst_otherprocess atalaya-sandbox atalayactl)
atalaya_test(tst_accountdialogs LINKS atalaya_windowsupport GUI)
atalaya_test(tst_serverswindow SOURCES support/sshhome.cpp support/stackserver.cpp LINKS atalaya_windowsupport GUI)
add_dependencies(tst_serverswindow atalaya-askpass)
endif()
