#include "modules/crm/client_forms.hpp"

namespace crm
{

Client applied(const SaveClient& typed, Client client)
{
    client.kind = typed.kind;
    client.type = typed.type.value;
    client.company_name = typed.company_name.value;
    client.first_name = typed.first_name.value;
    client.last_name = typed.last_name.value;
    client.email = typed.email ? typed.email->value : std::string{};
    client.phone = typed.phone ? typed.phone->value : std::string{};
    client.billing_address = typed.billing_address.value;
    client.billing_postal_code = typed.billing_postal_code.value;
    client.billing_city = typed.billing_city.value;
    client.priority = typed.priority.value_or(client.priority);
    client.status = typed.status.value_or(client.status);
    return client;
}

void check_whole(forms::Form<SaveClient>& form)
{
    if (!form.is_valid()) return;
    const auto client = applied(form.command, {});
    const bool is_company = client.kind == ClientKind::company;
    switch (missing_in(client)) {
    case Missing::name:
        form.errors.add(is_company ? "company_name" : "last_name", "crm.refusal.no_name");
        break;
    case Missing::contact:
        form.errors.add("email", "crm.refusal.no_contact");
        break;
    case Missing::nothing:
        break;
    }
}

forms::Form<SaveClient> form_of(const Client& client)
{
    forms::Form<SaveClient> form;
    form.typed = {{"kind", std::string{forms::enum_name(client.kind)}},
                  {"type", client.type},
                  {"company_name", client.company_name},
                  {"first_name", client.first_name},
                  {"last_name", client.last_name},
                  {"email", client.email},
                  {"phone", client.phone},
                  {"billing_address", client.billing_address},
                  {"billing_postal_code", client.billing_postal_code},
                  {"billing_city", client.billing_city},
                  {"priority", std::string{forms::enum_name(client.priority)}},
                  {"status", std::string{forms::enum_name(client.status)}},
                  {"version", std::to_string(client.version)}};
    return form;
}

} // namespace crm
