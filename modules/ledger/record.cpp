#include "modules/ledger/record.hpp"

#include "kernel/base/text.hpp"

#include <array>

namespace ledger
{
namespace
{

std::string signed_text(const Record& record)
{
    return "etabli ledger 1 " + record.hash;
}

} // namespace

std::string hash_of(std::int64_t workspace, const Record& record)
{
    const std::array fields{std::string{"etabli ledger 1"},
                            std::to_string(workspace),
                            std::to_string(record.seq),
                            record.family,
                            record.kind,
                            record.day,
                            std::to_string(record.at.micros),
                            std::to_string(record.actor),
                            record.payload,
                            record.key,
                            record.previous};
    std::string text;
    for (const auto& field : fields)
        text.append(std::to_string(field.size())).append(":").append(field);
    return base::hex(base::sha256(text));
}

Record signed_record(std::int64_t workspace, Record record, const secrets::SigningKey& key)
{
    record.key = key.public_key();
    record.hash = hash_of(workspace, record);
    record.signature = key.sign(signed_text(record));
    return record;
}

bool is_signed(const Record& record)
{
    return secrets::is_signed_by(record.key, signed_text(record), record.signature);
}

} // namespace ledger
