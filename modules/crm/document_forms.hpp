#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/document.hpp"

namespace crm
{

/// Beside the files of the form.
struct AddDocuments {
    Audience audience = Audience::internal;
};
BOOST_DESCRIBE_STRUCT(AddDocuments, (), (audience))

struct ShowDocument {
    Audience audience = Audience::internal;
};
BOOST_DESCRIBE_STRUCT(ShowDocument, (), (audience))

} // namespace crm
