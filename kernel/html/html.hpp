#pragma once

#include "kernel/html/attributes.hpp" // IWYU pragma: export
#include "kernel/html/core.hpp"       // IWYU pragma: export
#include "kernel/html/elements.hpp"   // IWYU pragma: export
#include "kernel/html/url.hpp"        // IWYU pragma: export

/// HTML is made of values: an element function returns Html, its arguments are attributes and
/// children in any order, and whatever is text is escaped.
///
///     html::a(html::cls("row"), html::href(tickets::page(slug, ticket.number)), ticket.title)
///
/// There is no way to write a style or on… attribute, nor to put a string into href: pages are
/// served with a strict content security policy.
namespace html
{
}
