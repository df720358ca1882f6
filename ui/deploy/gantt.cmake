# The timeline of a deployment: the chart, its table twin, the inspector; colours and shapes.
target_sources(atalaya_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/ganttaccessible.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ganttaccessible.h
    ${CMAKE_CURRENT_LIST_DIR}/ganttbars.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ganttexport.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ganttgeometry.h
    ${CMAKE_CURRENT_LIST_DIR}/ganttinput.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ganttmoving.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ganttpainter.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ganttpainter.h
    ${CMAKE_CURRENT_LIST_DIR}/ganttprivate.h
    ${CMAKE_CURRENT_LIST_DIR}/gantttexts.cpp
    ${CMAKE_CURRENT_LIST_DIR}/gantttexts.h
    ${CMAKE_CURRENT_LIST_DIR}/ganttview.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ganttview.h
    ${CMAKE_CURRENT_LIST_DIR}/ganttwalk.cpp
    ${CMAKE_CURRENT_LIST_DIR}/spaninspector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/spaninspector.h
    ${CMAKE_CURRENT_LIST_DIR}/spantable.cpp
    ${CMAKE_CURRENT_LIST_DIR}/spantable.h
    ${CMAKE_CURRENT_LIST_DIR}/../widgets/statusshapes.cpp
    ${CMAKE_CURRENT_LIST_DIR}/../widgets/statusshapes.h
    ${CMAKE_CURRENT_LIST_DIR}/../widgets/theme.cpp
    ${CMAKE_CURRENT_LIST_DIR}/../widgets/theme.h)
