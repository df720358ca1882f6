# The timeline of a deployment: the chart, its table twin, the inspector; colours and shapes.
target_sources(atalaya_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/../widgets/statusshapes.cpp
    ${CMAKE_CURRENT_LIST_DIR}/../widgets/statusshapes.h
    ${CMAKE_CURRENT_LIST_DIR}/../widgets/theme.cpp
    ${CMAKE_CURRENT_LIST_DIR}/../widgets/theme.h)
