#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "kernel/tenancy/actor.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace privacy
{

struct HeldClient {
    std::string name;
    std::string detail; ///< why and since when; may be empty
    html::Url page;
    tenancy::ClientId id;
};

struct NextDeletion {
    std::string announced;
    std::string due;
    std::vector<std::string> lines;
    std::vector<HeldClient> clients;
};

struct RetentionView {
    guard::FormView fields;
    std::optional<NextDeletion> next;
    std::vector<HeldClient> held;
    html::Url page; ///< its actions are below
    html::Url exports;
    html::Html guard;
};
html::Html retention_page(const RetentionView& view);

/// On a client's page: what keeps him, or the way to keep him.
struct HoldView {
    tenancy::ClientId client;
    std::string reason; ///< empty: not held
    std::string since;
    std::int64_t months = 0;
    html::Url page;
    html::Html guard;
    guard::FormView fields;
};
html::Html hold_card(const HoldView& view);

} // namespace privacy
