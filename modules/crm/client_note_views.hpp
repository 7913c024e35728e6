#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/crm/client_note.hpp"
#include "modules/crm/crm.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

struct NoteLine {
    ClientNote note;
    std::string author;
    std::string written; ///< « 20 novembre 2026 à 9 h 05 »
    std::optional<html::Url> remove;
};

/// The panel of the client's page.
struct NotesCardView {
    html::Url all;
    html::Url alerts;
    bool may_write = false;
    std::vector<NoteLine> lines;
};
html::Html notes_card(const NotesCardView& view);

struct NotesView {
    std::string client_name;
    html::Url action;
    html::Html guard;
    guard::FormView fields;
    bool may_write = false;
    std::vector<NoteLine> lines;
    std::optional<html::Url> older;
};
html::Html notes_body(const NotesView& view);

struct AlertsView {
    std::string client_name;
    html::Url action;
    html::Html guard;
    guard::FormView fields;
    bool may_write = false;
    std::string today;
    std::vector<ClientAlert> alerts;
};
html::Html alerts_body(const AlertsView& view);

/// The alerts of today, one banner each.
html::Html alert_banners(const std::vector<AlertToday>& alerts);

} // namespace crm
