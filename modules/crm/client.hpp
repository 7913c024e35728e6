#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace crm
{

using ContactId = base::Id<struct ContactTag>;

enum class ClientKind { company, person };
BOOST_DESCRIBE_ENUM(ClientKind, company, person)

/// An archived client is out of selection lists, never out of history.
enum class ClientStatus { active, inactive, archived };
BOOST_DESCRIBE_ENUM(ClientStatus, active, inactive, archived)

enum class ClientPriority { low, normal, high, vip };
BOOST_DESCRIBE_ENUM(ClientPriority, low, normal, high, vip)

/// Where the record comes from. `portal`: the person registered alone.
enum class ClientOrigin { staff, portal, import, demonstration };
BOOST_DESCRIBE_ENUM(ClientOrigin, staff, portal, import, demonstration)

/// A company or a person the business works for. Every text is normalised UTF-8.
struct Client {
    tenancy::ClientId id;
    ClientKind kind = ClientKind::company;
    std::string type; ///< ClientType::code; empty = not said yet
    std::string sector;
    ClientStatus status = ClientStatus::active;
    std::string name;       ///< shown everywhere: the company's, or first and last
    std::string search_key; ///< base::fold(name): order and search
    std::string company_name;
    std::string first_name;
    std::string last_name;
    std::string email;                       ///< empty when the workspace encrypts
    std::optional<std::string> email_cipher; ///< when the workspace encrypts what identifies people
    std::optional<std::string> email_hash;   ///< keyed, for exact search
    std::string phone;
    std::optional<std::string> phone_cipher;
    std::optional<std::string> phone_hash;
    std::string billing_address;
    std::string billing_postal_code;
    std::string billing_city;
    std::string billing_country;
    std::string delivery_address;
    std::string delivery_postal_code;
    std::string delivery_city;
    std::string delivery_country;
    std::string language;
    ClientPriority priority = ClientPriority::normal;
    ClientOrigin origin = ClientOrigin::staff;
    base::Instant created_at;
    base::Instant updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Client, (),
                      (id, kind, type, sector, status, name, search_key, company_name, first_name,
                       last_name, email, email_cipher, email_hash, phone, phone_cipher, phone_hash,
                       billing_address, billing_postal_code, billing_city, billing_country,
                       delivery_address, delivery_postal_code, delivery_city, delivery_country,
                       language, priority, origin, created_at, updated_at, version))

/// Somebody reached through a client; `membership` when he signs in to the portal.
struct Contact {
    ContactId id;
    tenancy::ClientId client_id;
    std::optional<tenancy::MembershipId> membership_id;
    std::string name;
    std::string job;
    std::string email;
    std::optional<std::string> email_cipher;
    std::optional<std::string> email_hash;
    std::string phone;
    std::optional<std::string> phone_cipher;
    std::optional<std::string> phone_hash;
    base::Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (id, client_id, membership_id, name, job, email, email_cipher, email_hash,
                       phone, phone_cipher, phone_hash, created_at))

/// What a record lacks to be useful: a name, and one way to reach the client.
enum class Missing { nothing, name, contact };
Missing missing_in(const Client& client);

/// The name shown: the company's, else « first last ».
std::string shown_name(const Client& client);
/// Sets name and search key from the other fields.
void name_client(Client& client);

/// "Malo Kervella" → Malo, Kervella. One word is a last name.
struct PersonName {
    std::string first;
    std::string last;
};
PersonName split_name(const std::string& whole);

} // namespace crm
