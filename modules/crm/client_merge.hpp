#pragma once

#include "modules/crm/client.hpp"

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

using MergeId = base::Id<struct ClientMergeTag>;

/// How long a merge can be undone.
inline constexpr std::chrono::days merge_undo_days{30};

/// Two records of one client made one. The merged record leads to the kept one.
struct ClientMerge {
    MergeId id;
    tenancy::ClientId kept_id;
    tenancy::ClientId merged_id;
    tenancy::MembershipId author_id;
    ClientStatus merged_status = ClientStatus::active; ///< before the merge
    base::Instant merged_at;
    bool is_undone = false;
};
BOOST_DESCRIBE_STRUCT(ClientMerge, (),
                      (id, kept_id, merged_id, author_id, merged_status, merged_at, is_undone))

/// A value of the kept record that the merge changed.
struct MergedField {
    std::string field;
    std::string before;
    std::string after;
};
BOOST_DESCRIBE_STRUCT(MergedField, (), (field, before, after))

struct MergeField {
    std::string_view name; ///< "email": label "crm.field.email"
    std::string Client::*value;
    std::string_view with; ///< the field whose choice it follows; empty = its own
};
/// What may be taken from the merged record, one choice each; an address is taken whole.
inline constexpr std::array<MergeField, 10> merge_fields{
    {{"company_name", &Client::company_name, {}},
     {"first_name", &Client::first_name, {}},
     {"last_name", &Client::last_name, {}},
     {"type", &Client::type, {}},
     {"email", &Client::email, {}},
     {"phone", &Client::phone, {}},
     {"billing_address", &Client::billing_address, {}},
     {"billing_postal_code", &Client::billing_postal_code, "billing_address"},
     {"billing_city", &Client::billing_city, "billing_address"},
     {"billing_country", &Client::billing_country, "billing_address"}}};

/// Puts the fields named in `taken` of `merged` into `kept`; returns what that changed.
std::vector<MergedField> take_fields(Client& kept, const Client& merged,
                                     const std::vector<std::string>& taken);
/// Gives back the values before the merge, but to fields that somebody has changed since.
void give_back(Client& kept, const std::vector<MergedField>& changed);

} // namespace crm
