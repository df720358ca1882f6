#pragma once

#include "app/ctl/command.h"

// `config check`: what is wrong with fly.toml, compose files and env files.
CtlCommand configCheckCommand();
