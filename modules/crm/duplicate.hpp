#pragma once

#include "modules/crm/client.hpp"

#include <string>
#include <vector>

namespace crm
{

/// Why two clients may be one, the surest first.
enum class DuplicateReason { email, phone, name };
BOOST_DESCRIBE_ENUM(DuplicateReason, email, phone, name)

/// A client who may be the one being typed. Only the same address of the record itself blocks.
struct Alike {
    tenancy::ClientId id;
    std::string name;
    std::string city;
    ClientStatus status = ClientStatus::active;
    DuplicateReason reason = DuplicateReason::name;
    bool is_of_contact = false; ///< of somebody reached through him, not of the record
};
BOOST_DESCRIBE_STRUCT(Alike, (), (id, name, city, status, reason, is_of_contact))

inline constexpr std::size_t alikes_shown = 5;

/// One line for each client, with his surest reason, `alikes_shown` at most.
std::vector<Alike> without_repeats(const std::vector<Alike>& found);

/// Whether `after` says otherwise than `before` what one is recognised by: address, telephone,
/// name.
bool is_recognised_by(const Client& before, const Client& after);

/// The record whose own address is the one typed; nullptr when none is.
const Alike* blocking_in(const std::vector<Alike>& found);

/// Two clients that may be one, as the queue shows them; `first` is the older record.
struct DuplicatePair {
    tenancy::ClientId first_id;
    tenancy::ClientId second_id;
    DuplicateReason reason = DuplicateReason::name;
    std::string first_name;
    std::string first_detail;
    std::string second_name;
    std::string second_detail;
};
BOOST_DESCRIBE_STRUCT(DuplicatePair, (),
                      (first_id, second_id, reason, first_name, first_detail, second_name,
                       second_detail))

} // namespace crm
