#pragma once

#include "kernel/html/html.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/sendings/sending.hpp"

#include <optional>
#include <vector>

namespace sendings
{

/// An invoice that waits, with what keeps it.
struct WaitingRow {
    invoices::OpenInvoice invoice;
    std::vector<invoices::Missing> problems;
};

struct WaitingView {
    std::string slug;
    std::vector<WaitingRow> rows;
    std::optional<html::Url> next;
    std::string refusal; ///< a sentence; empty: nothing was refused
    html::Url action;
    html::Url check; ///< where the ticked ones are marked as read
    html::Html guard;
    base::Currency currency = base::Currency::EUR;
};
html::Html waiting_page(const WaitingView& view);

struct SendingView {
    std::string slug;
    std::vector<Item> items;
    html::Url self;
};
html::Html sending_page(const SendingView& view);

} // namespace sendings
