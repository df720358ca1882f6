# The timeline of a deployment as values: words, scale, layout, forecast; its table.
target_sources(atalaya_models PRIVATE
    wordserrors.cpp
    wordsplan.cpp
    wordsverdict.cpp)
