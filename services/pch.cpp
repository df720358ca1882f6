// Gives the shared precompiled header a target to be built in; see CMakeLists.txt.
