# The timeline of a deployment as values: words, scale, layout, forecast; its table.
target_sources(atalaya_models PRIVATE
    inspectordetails.cpp inspectordetails.h
    spantablemodel.cpp spantablemodel.h
    timelinebuilder.cpp timelinebuilder.h
    timelineforecast.cpp timelineforecast.h
    timelinelayout.cpp timelinelayout.h
    timelinerow.cpp timelinerow.h
    timelinesummary.cpp
    timelinetext.cpp timelinetext.h
    timescale.cpp timescale.h
    wordserrors.cpp
    wordsplan.cpp
    wordsverdict.cpp)
