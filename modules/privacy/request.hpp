#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace privacy
{

using RequestId = base::Id<struct PrivacyRequestTag>;

enum class RequestKind { access, rectification, erasure };
BOOST_DESCRIBE_ENUM(RequestKind, access, rectification, erasure)

enum class Channel { portal, email, phone, letter };
BOOST_DESCRIBE_ENUM(Channel, portal, email, phone, letter)

enum class RequestState { open, done, refused };
BOOST_DESCRIBE_ENUM(RequestState, open, done, refused)

/// By law; and when the team is reminded.
inline constexpr std::chrono::days due_after{30};
inline constexpr std::chrono::days alert_after{20};

/// What somebody asks about his own data.
struct Request {
    RequestId id;
    RequestKind kind = RequestKind::access;
    Channel channel = Channel::portal;
    std::string person_name;
    std::string person_email;                           ///< empty for an account with a user name
    std::optional<tenancy::MembershipId> membership_id; ///< his portal account
    std::string details;
    base::Instant asked_at;
    base::Instant due_at;
    std::optional<base::Instant> alerted_at;
    RequestState state = RequestState::open;
    std::string answer; ///< what was done, kept and why, as the person was told
    std::optional<tenancy::MembershipId> answered_by;
    std::optional<base::Instant> answered_at;
    std::int64_t pack_bytes = 0; ///< of the access pack, once made
    std::optional<base::Instant> packed_at;
};
BOOST_DESCRIBE_STRUCT(Request, (),
                      (id, kind, channel, person_name, person_email, membership_id, details,
                       asked_at, due_at, alerted_at, state, answer, answered_by, answered_at,
                       pack_bytes, packed_at))

/// What one may agree to, and take back at any time.
enum class Purpose { news, photos };
BOOST_DESCRIBE_ENUM(Purpose, news, photos)
/// Of the sentence agreed to: another sentence needs another consent.
inline constexpr const char* consent_text_version = "2026-11-21";

using ConsentId = base::Id<struct PrivacyConsentTag>;
struct Consent {
    ConsentId id;
    tenancy::MembershipId membership_id;
    Purpose purpose = Purpose::news;
    std::string text_version;
    base::Instant given_at;
    std::optional<base::Instant> withdrawn_at;
    Channel origin = Channel::portal;
    std::string proof; ///< the address it was given from
};
BOOST_DESCRIBE_STRUCT(Consent, (),
                      (id, membership_id, purpose, text_version, given_at, withdrawn_at, origin,
                       proof))

/// Who answers for the data of a workspace.
struct Officer {
    std::string name;
    std::string email;
};
BOOST_DESCRIBE_STRUCT(Officer, (), (name, email))

} // namespace privacy
