#include "modules/invoices/invoice_forms.hpp"

#include "kernel/base/official_numbers.hpp"
#include "kernel/base/text.hpp"
#include "modules/invoices/invoice_life_actions.hpp"

namespace invoices
{
namespace
{

Invoice applied(forms::Form<SaveInvoice>& form, Invoice invoice)
{
    const auto& typed = form.command;
    invoice.client_id = typed.client;
    invoice.title = typed.title.value;
    invoice.search_key = base::fold(invoice.title);
    invoice.delivered_on = typed.delivered_on;
    invoice.nature = typed.nature.value_or(Nature::services);
    if (typed.payment_days) invoice.payment_days = typed.payment_days->value;
    invoice.note = typed.note.value;
    invoice.prices = typed.prices.value_or(TypedPrices::net);
    const auto discount =
        sale_documents::read_size(form.errors, "discount", typed.discount.value,
                                  typed.discount_unit.value_or(SizeUnit::percent));
    invoice.discount_kind = discount.kind;
    invoice.discount_size = discount.size;
    return invoice;
}

/// Nothing is proposed on an invoice.
void sell_options(sale_documents::TypedLines& typed)
{
    using sale_documents::LineKind;
    for (auto& line : typed.lines)
        if (line.kind == LineKind::option) line.kind = line.line.kind = LineKind::line;
}

std::string code_in(const Invoice& invoice)
{
    const auto promotion = invoice.terms().promotion;
    return promotion ? promotion->code : std::string{};
}

/// Its code was used when the client accepted the quote it is made from.
bool is_promised(guard::Call& call, const Invoice& invoice)
{
    return call.context().read(
        [&](tenancy::WorkspaceTransaction& tx) { return has_promised_code(tx, invoice); });
}

/// What the code that was typed takes off. Who may not read prices keeps the one that is saved,
/// which is checked when the invoice is issued.
std::string promotion_typed(guard::Call& call, InvoiceForm& form)
{
    const auto& invoice = form.invoice;
    const std::string_view typed = form.head.command.code.value;
    const bool is_saved = !typed.empty() && typed == code_in(invoice);
    if (is_saved && (!sale_documents::has_catalogue(call) || is_promised(call, invoice)))
        return invoice.promotion;
    return frozen(sale_documents::read_code(
        call, form.head.errors,
        {.text = typed, .bearer = bearer_of(invoice), .lines = form.lines}));
}

template <class Number, class Command>
void check_number(forms::Form<Command>& form, const char* field, std::string& typed,
                  const char* refusal)
{
    if (typed.empty()) return;
    if (const auto number = Number::parse(typed))
        typed = number->value;
    else
        form.errors.add(field, refusal);
}

} // namespace

void check_whole(forms::Form<IssueInvoice>& form)
{
    auto& typed = form.command;
    if (typed.way.value_or(Way::mail) != Way::mail || form.errors.find("email") != nullptr) return;
    forms::Email email;
    const auto error = forms::FieldType<forms::Email>::read({typed.email.value}, email);
    if (error) form.errors.add("email", error->key, error->params);
    typed.email.value = email.value;
}

void check_whole(forms::Form<SaveBuyer>& form)
{
    check_number<base::Siren>(form, "siren", form.command.siren.value, "invoices.refusal.siren");
    check_number<base::VatNumber>(form, "vat_number", form.command.vat_number.value,
                                  "invoices.refusal.vat_number");
}

void check_whole(forms::Form<SaveTerms>& form)
{
    check_number<base::Iban>(form, "iban", form.command.iban.value, "invoices.refusal.iban");
}

InvoiceForm read_invoice(const forms::Typed& typed, const Invoice& saved, const Books& books)
{
    InvoiceForm form{.head = forms::bind<SaveInvoice>(sale_documents::head_of(typed)),
                     .lines = sale_documents::read_lines(typed, books.regime),
                     .invoice = {},
                     .counted = {}};
    sell_options(form.lines);
    form.invoice = applied(form.head, saved);
    form.counted = count_typed(form.invoice.terms(), form.lines, books);
    check_whole(form.head.errors, form.lines, form.counted);
    return form;
}

void take_code(guard::Call& call, InvoiceForm& form, const Books& books)
{
    form.invoice.promotion = promotion_typed(call, form);
    form.counted = count_typed(form.invoice.terms(), form.lines, books);
}

InvoiceForm shown_invoice(const Invoice& saved, const std::vector<Line>& lines, const Books& books)
{
    InvoiceForm form{.head = {},
                     .lines = sale_documents::typed_lines(lines),
                     .invoice = saved,
                     .counted = counted(saved.terms(), lines, books),
                     .priced = {.client = saved.client_id}};
    const SizeOf discount{saved.discount_kind, saved.discount_size};
    form.head.typed = {{"client", saved.client_id.text()},
                       {"title", saved.title},
                       {"delivered_on", saved.delivered_on ? saved.delivered_on->text() : ""},
                       {"nature", std::string{forms::enum_name(saved.nature)}},
                       {"payment_days", std::to_string(saved.payment_days)},
                       {"note", saved.note},
                       {"prices", std::string{forms::enum_name(saved.prices)}},
                       {"discount", sale_documents::typed_size(discount)},
                       {"discount_unit", sale_documents::typed_unit(discount)},
                       {"code", code_in(saved)},
                       {"version", std::to_string(saved.version)}};
    return form;
}

} // namespace invoices
