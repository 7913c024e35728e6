#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/crm/interaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

struct InteractionLine {
    Interaction interaction;
    std::string signature; ///< « Malo, le 20 novembre 2026 »
    std::optional<html::Url> remove;
};

struct InteractionsView {
    std::string client_name;
    html::Url action;
    html::Html guard;
    guard::FormView fields;
    bool may_write = false;
    std::string today;
    std::vector<InteractionLine> lines;
    std::optional<html::Url> older;
};
html::Html interactions_body(const InteractionsView& view);

/// « Appel · 12 min · à recontacter le 25 novembre ».
std::string interaction_facts(const Interaction& interaction);

} // namespace crm
