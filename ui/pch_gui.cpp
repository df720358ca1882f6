// Gives the precompiled header of the desktop parts a target to be built in; see CMakeLists.txt.
