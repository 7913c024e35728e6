#pragma once

#include "kernel/events/topics.hpp"
#include "kernel/tenancy/actor.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace secrets
{
class Vault;
}

namespace guard
{

class Call;

inline constexpr std::size_t page_topics_max = 16;

/// That a page may wait for its topics: written by the guard into the page, given back by the
/// browser to the live stream. Sealed, so that it tells a reader nothing.
struct TopicToken {
    tenancy::WorkspaceId workspace;
    tenancy::MembershipId membership;
    tenancy::PersonId person;
    tenancy::Side side = tenancy::Side::staff;
    std::int64_t rights_version = 0; ///< of the membership when the page was allowed
    events::Moment since;            ///< before the page was read
    std::vector<std::string> topics;
};

std::string seal(const secrets::Vault& vault, const TopicToken& token);
/// Nothing when it is not ours.
std::optional<TopicToken> open_topic_token(const secrets::Vault& vault, std::string_view sealed);

/// Stands for the token of a page until it is sent, as the tokens of its forms do.
const std::string& topic_token_placeholder();

} // namespace guard
