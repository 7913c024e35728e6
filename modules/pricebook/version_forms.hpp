#pragma once

#include "kernel/forms/field_types.hpp"
#include "kernel/forms/form.hpp"
#include "kernel/tenancy/context.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <vector>

namespace pricebook
{

enum class Start { today, later };
BOOST_DESCRIBE_ENUM(Start, today, later)

struct ActivateDraft {
    Start start = Start::today;
    std::optional<base::Date> starts_on; ///< when it is later
    std::vector<tenancy::ClientId> keep; ///< who keep the old price
    forms::Number<1, 1'000'000'000> revision;
};
BOOST_DESCRIBE_STRUCT(ActivateDraft, (), (start, starts_on, keep, revision))

} // namespace pricebook
