#pragma once

#include "kernel/html/html.hpp"
#include "modules/sale_documents/catalogue.hpp"

namespace sale_documents
{

/// The button that shows it: without JavaScript it sends the form.
html::Html catalogue_opener();
/// Where it comes, empty.
html::Html catalogue_place();
/// What may be put into the document, by category, a button each; says so where there is nothing.
html::Html catalogue(const std::vector<Offer>& offers, const Books& books);

} // namespace sale_documents
