#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/client.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace crm
{

/// The record as the team types it.
struct SaveClient {
    ClientKind kind = ClientKind::company;
    forms::Text<0, 40> type;
    forms::Text<0, 150> company_name;
    forms::Text<0, 80> first_name;
    forms::Text<0, 80> last_name;
    std::optional<forms::Email> email;
    std::optional<forms::Phone> phone;
    forms::Text<0, 200> billing_address;
    forms::Text<0, 12> billing_postal_code;
    forms::Text<0, 100> billing_city;
    std::optional<ClientPriority> priority;
    std::optional<ClientStatus> status;
    bool despite_alike = false; ///< the candidates were shown: this is another one
    std::optional<forms::Number<1, 1'000'000'000>> version; ///< what the page showed
};
BOOST_DESCRIBE_STRUCT(SaveClient, (),
                      (kind, type, company_name, first_name, last_name, email, phone,
                       billing_address, billing_postal_code, billing_city, priority, status,
                       despite_alike, version))

/// Puts the typed values over `client`.
Client applied(const SaveClient& typed, Client client);

/// Adds to the form what is asked of the whole: a name, and one way to reach the client.
void check_whole(forms::Form<SaveClient>& form);

/// A record as a form that was not submitted yet.
forms::Form<SaveClient> form_of(const Client& client);

} // namespace crm
