#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/interaction.hpp"

#include <optional>

namespace crm
{

inline constexpr std::int64_t interaction_minutes_max = 24 * 60;

struct WriteInteraction {
    InteractionKind kind = InteractionKind::call;
    base::Date day;
    std::optional<forms::Number<1, interaction_minutes_max>> minutes;
    forms::LongText<1, 2'000> summary;
    std::optional<base::Date> follow_up;
};
BOOST_DESCRIBE_STRUCT(WriteInteraction, (), (kind, day, minutes, summary, follow_up))

/// Adds the errors of an exchange of tomorrow and of a follow-up before it.
void check_days(forms::Form<WriteInteraction>& form, base::Date today);

} // namespace crm
