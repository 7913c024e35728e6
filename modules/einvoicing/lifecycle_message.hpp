#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <string>
#include <vector>

/// What we tell of an invoice, as a message of its life (CDAR D22B, XP Z12-012). Pure.
namespace einvoicing
{

struct LifecycleParty {
    std::string siren;
    const char* role = "SE"; ///< "SE" the seller, "BY" the buyer
};
/// Of what was paid, under one rate; below zero when it was taken back.
struct CollectedAmount {
    base::Rate rate;
    base::Cents amount; ///< taxes included
};
struct LifecycleStatement {
    std::string id; ///< MDT-4: ours
    base::Instant said_at;
    LifecycleParty from, to;
    std::string number; ///< MDT-87, of the invoice
    std::string kind;   ///< MDT-91: "380"
    base::Date issued_on;
    std::string seller; ///< MDT-129: SIREN of who issued it
    std::string code;   ///< MDT-105
    std::string reason; ///< MDT-113; empty for none
    std::string words;
    std::string currency;                   ///< ISO 4217
    std::vector<CollectedAmount> collected; ///< of status 212: MEN, by rate (BR-FR-CDV-14)
};
std::string message_of(const LifecycleStatement& statement);

} // namespace einvoicing
