#pragma once

#include "modules/sale_documents/catalogue.hpp"
#include "modules/sale_documents/catalogue_pages.hpp"
#include "modules/sale_documents/catalogue_views.hpp"
#include "modules/sale_documents/client_prices.hpp"
#include "modules/sale_documents/code_actions.hpp"
#include "modules/sale_documents/code_pages.hpp"
#include "modules/sale_documents/count.hpp"
#include "modules/sale_documents/document_views.hpp"
#include "modules/sale_documents/editor_pages.hpp"
#include "modules/sale_documents/editor_views.hpp"
#include "modules/sale_documents/line.hpp"
#include "modules/sale_documents/line_forms.hpp"
#include "modules/sale_documents/look.hpp"
#include "modules/sale_documents/paper.hpp"
#include "modules/sale_documents/parties.hpp"
#include "modules/sale_documents/sums.hpp"
#include "modules/sale_documents/territory_pages.hpp"
#include "modules/sale_documents/typed_document.hpp"

/// Front door of sale documents: what a quote and an invoice have in common. Lines with their
/// prices, the editor that writes them, what they come to in words, who writes to whom, and the
/// paper that says it all. No table and no page of its own.
