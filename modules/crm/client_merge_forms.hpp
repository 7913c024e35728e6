#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/client_merge.hpp"

#include <vector>

namespace crm
{

struct MergeClients {
    tenancy::ClientId other;
    std::vector<forms::Text<0, 40>> take; ///< names of merge_fields
    forms::Number<1, 1'000'000'000> version;
    forms::Number<1, 1'000'000'000> other_version;
};
BOOST_DESCRIBE_STRUCT(MergeClients, (), (other, take, version, other_version))

struct UndoMerge {
    MergeId merge;
};
BOOST_DESCRIBE_STRUCT(UndoMerge, (), (merge))

} // namespace crm
