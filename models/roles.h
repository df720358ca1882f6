#pragma once

#include <Qt>

// Roles that all item models share; a model's own roles start at Roles::Own.
namespace Roles {
enum Role
{
    Id = Qt::UserRole, // string, stable across refreshes
    Sort, // comparable value
    Status, // int(Status) of models/words.h; ui/ picks colour and shape
    Raw, // machine text, never localised
    Own = Qt::UserRole + 16,
};
}
