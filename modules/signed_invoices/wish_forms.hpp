#pragma once

#include "kernel/forms/form.hpp"
#include "modules/signed_invoices/signed_invoices.hpp"

namespace signed_invoices
{

struct WishSignatures {
    std::optional<Wish> wish; ///< checked: one of the three
};
BOOST_DESCRIBE_STRUCT(WishSignatures, (), (wish))
void check_whole(forms::Form<WishSignatures>& form);

} // namespace signed_invoices
