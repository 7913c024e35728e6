#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/transmission.hpp"

#include <string_view>
#include <vector>

namespace einvoicing
{

class TransmissionStore
{
  public:
    explicit TransmissionStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Transmission& transmission);
    std::optional<Transmission> find(TransmissionId id);
    std::optional<Transmission> of(invoices::InvoiceId invoice);
    std::vector<Transmission> of_all(const std::vector<invoices::InvoiceId>& invoices);
    std::optional<Transmission> numbered(std::string_view number);
    std::optional<Transmission> of_flow(std::string_view flow);
    void save(const Transmission& transmission);
    /// Those nobody holds at `now`; at most 500.
    std::vector<TransmissionId> waiting(base::Instant now);

    /// For ever.
    void record(const Status& status);
    bool has_flow(std::string_view flow);
    /// In the order they were recorded; at most 200.
    std::vector<Status> history(TransmissionId id);
    /// What was told of no invoice of ours, the newest first; at most 20.
    std::vector<Status> aside();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace einvoicing
