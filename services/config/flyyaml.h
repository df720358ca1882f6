#pragma once

#include "config/tomldocument.h"

// A YAML text (fly.yaml) in the form that a fly.toml is read into: values, places and the errors of
// the text; no statements, since YAML is not changed in place. Of several documents the first
// counts.
TomlDocument tomlDocumentOfYaml(const QByteArray &text);
