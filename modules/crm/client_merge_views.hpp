#pragma once

#include "kernel/html/html.hpp"
#include "modules/crm/client_merge.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type.hpp"

#include <string>
#include <vector>

namespace crm
{

/// Which record is to be merged into this one.
struct MergeChoiceView {
    std::string kept_name;
    html::Url action;
    std::string query;
    std::vector<ClientRow> others;
};
html::Html merge_choice(const MergeChoiceView& view);

struct MergePreview {
    const Client& kept;
    const Client& merged;
    html::Url action;
    html::Url other_way; ///< the same, the other record kept
    html::Url back;
    html::Html guard;
    ClientTypes types{};
    std::string conflict; ///< what somebody else did meanwhile; empty = nothing
};
html::Html merge_preview(const MergePreview& view);

struct MergesView {
    html::Url start;
    html::Url undo;
    html::Html guard;
    struct Line {
        MergeId id;
        std::string name;
        std::string when;
    };
    std::vector<Line> merges;
};
html::Html merges_card(const MergesView& view);

} // namespace crm
