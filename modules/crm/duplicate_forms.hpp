#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/client.hpp"

namespace crm
{

struct DismissDuplicate {
    tenancy::ClientId first;
    tenancy::ClientId second;
};
BOOST_DESCRIBE_STRUCT(DismissDuplicate, (), (first, second))

struct SaveDuplicateRule {
    bool shared_emails = false;
};
BOOST_DESCRIBE_STRUCT(SaveDuplicateRule, (), (shared_emails))

} // namespace crm
