#include "modules/signed_invoices/wish_forms.hpp"

namespace signed_invoices
{

void check_whole(forms::Form<WishSignatures>& form)
{
    if (!form.command.wish && form.errors.find("wish") == nullptr)
        form.errors.add("wish", "signed_invoices.error.wish");
}

} // namespace signed_invoices
