#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/thread.hpp"
#include "modules/notifications/notification_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace notifications
{

struct Line {
    NotificationId id;
    std::string sentence; ///< « Anne Le Goff vous a répondu »
    std::string title;    ///< of the subject
    std::string detail;   ///< its number
    ui::Moment at;
    std::string icon;
    std::string tone;
    bool is_unread = false;
};

struct ListView {
    std::string place; ///< "/e/vigie/notifications" or "/p/vigie/notifications"
    std::string title; ///< of the page, where the shell does not show it; may be empty
    Filter filter;
    std::vector<ui::Choice> events; ///< what one may filter by
    std::vector<Line> lines;
    int unread = 0; ///< on every page, at most 100
    std::optional<html::Url> next;
    html::Html guard;
};

/// The list's address with that filter.
html::Url list_url(std::string_view place, const Filter& filter);

html::Html notification_list(const ListView& list);
/// The way to one's preferences, and « Tout marquer comme lu » when something is unread.
html::Html list_actions(const ListView& list);

} // namespace notifications
