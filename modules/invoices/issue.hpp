#pragma once

#include "modules/invoices/invoice.hpp"

namespace invoices
{

/// How an invoice reaches its client: by mail, or « remise en main propre ».
enum class Way { mail, hand };
BOOST_DESCRIBE_ENUM(Way, mail, hand)

inline constexpr std::size_t sending_words_max = 2000;

/// What was issued, as it was: never changed, but for the paper that is made right after.
struct Issue {
    InvoiceId invoice_id;
    Way way = Way::mail;
    std::string to_name;
    std::string to_email; ///< empty for one handed over
    std::string words;    ///< of the mail
    tenancy::MembershipId issued_by;
    std::string figures;  ///< billing::frozen
    std::string identity; ///< billing::identity_of
    std::string parties;  ///< sale_documents::frozen
    std::string buyer;    ///< frozen(Buyer)
    std::string terms;    ///< frozen(Terms)
    std::string look;     ///< sale_documents::look_today; empty before there were templates
    std::optional<std::int64_t> paper; ///< a files::FileId
    std::string paper_sha256;          ///< hex; empty until there is one
};
BOOST_DESCRIBE_STRUCT(Issue, (),
                      (invoice_id, way, to_name, to_email, words, issued_by, figures, identity,
                       parties, buyer, terms, look, paper, paper_sha256))

using EventId = base::Id<struct InvoiceEventTag>;

/// What became of an issued invoice.
enum class What { issued, seen, reminded, paid, refunded, rejected, credited, cancelled };
BOOST_DESCRIBE_ENUM(What, issued, seen, reminded, paid, refunded, rejected, credited, cancelled)

struct Event {
    EventId id;
    InvoiceId invoice_id;
    What what = What::issued;
    base::Instant at;
    std::optional<tenancy::MembershipId> by_member; ///< of the team
    std::string words;                              ///< an address, an amount, a number
};
BOOST_DESCRIBE_STRUCT(Event, (), (id, invoice_id, what, at, by_member, words))
inline constexpr int events_max = 200; ///< shown of one invoice

} // namespace invoices
