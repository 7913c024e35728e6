#pragma once

#include "modules/crm/client_import.hpp"

namespace crm
{

using GuestId = base::Id<struct ImportGuestTag>;

/// What becomes of the invitation of a client that an import made. `refuses`: a server said that
/// his address is dead. `has_access`: he has one, or was invited once, whatever became of it.
enum class GuestState { waiting, invited, no_email, refuses, has_access, archived };
BOOST_DESCRIBE_ENUM(GuestState, waiting, invited, no_email, refuses, has_access, archived)

struct Guest {
    GuestId id;
    ImportId import_id;
    tenancy::ClientId client_id;
    GuestState state = GuestState::waiting;
};
BOOST_DESCRIBE_STRUCT(Guest, (), (id, import_id, client_id, state))

/// A client who is not invited, and why.
struct SkippedGuest {
    tenancy::ClientId client_id;
    std::string name;
    GuestState state = GuestState::no_email;
};
BOOST_DESCRIBE_STRUCT(SkippedGuest, (), (client_id, name, state))

} // namespace crm
