#pragma once

#include "app/application.hpp"
#include "app/control.hpp"
#include "kernel/base/configuration.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app
{

/// Commands that hold the process. Each returns its exit code; sentences for people go to stdout,
/// structured logs to stderr.
int serve(const base::Configuration& configuration);
int work(const base::Configuration& configuration);
int migrate(const base::Configuration& configuration);

/// Commands over the parts of the program, in this process or in the server that holds the database
/// (control.hpp).
Reply print_routes(Application& application);
Reply doctor(Application& application);
/// Recomputes every chain of the audit; exit code 1 when one was tampered with.
Reply verify(Application& application);
/// Writes the search terms of every workspace again.
Reply reindex(Application& application);

/// Makes a backup now, and says what is in it.
Reply make_backup(Application& application);
/// Restores the newest backup apart, compares it, and prints RPO and RTO.
Reply drill(Application& application);

struct RestoreOptions {
    std::string to;           ///< an absent or empty folder
    std::string from;         ///< a folder of backups; empty = ETABLI_BACKUP_DIR
    std::string name;         ///< of the backup; empty = the newest
    std::string database;     ///< postgres://… of an empty database
    bool is_recovery = false; ///< the key is typed from its recovery sheet
};
int restore(const base::Configuration& configuration, const RestoreOptions& options);

struct SheetOptions {
    bool is_confirmation = false; ///< the sheet is typed back
    bool is_again = false;        ///< print although it was confirmed
};
int recovery_sheet(const base::Configuration& configuration, const SheetOptions& options);

struct DemonstrationOptions {
    bool as_json = false;
    bool is_renewed = false;
};
/// Creates the demonstration workspaces, or finds them, and prints their accounts.
Reply demonstrate(Application& application, const DemonstrationOptions& options);

struct WorkspaceOptions {
    std::string preset;
    std::string slug;
    std::string name;
    std::string owner_email;
};
/// Prints the link by which the owner chooses a password.
Reply create_workspace(Application& application, const WorkspaceOptions& options);

struct RescueOptions {
    std::string slug;
    std::string email; ///< of a member of the team
    std::string proof; ///< how the operator made sure of who asks
    bool is_cancelled = false;
};
/// Gives a workspace that nobody can lead any more back to a member, in two runs 72 h apart: the
/// first tells every member, the second prints the link by which he chooses a password.
Reply rescue_workspace(Application& application, const RescueOptions& options);

struct ExportOptions {
    std::string slug;
    std::string to; ///< an absent or empty folder
};
/// Writes everything of a workspace in open formats; prints the digest of the package.
Reply export_workspace(Application& application, const ExportOptions& options);

struct ImportOptions {
    std::string from;
    std::string digest; ///< printed by the export; empty = not compared
};
/// Brings a package in; what is wrong with it is named, and nothing is written.
Reply import_workspace(Application& application, const ImportOptions& options);

struct EraseOptions {
    std::string slug;
    std::string name; ///< of the workspace, typed to confirm
};
/// Removes a workspace for good, once its name is typed.
Reply erase_workspace(Application& application, const EraseOptions& options);

/// How full each workspace is, the fullest first.
Reply print_storage(Application& application);
struct QuotaOptions {
    std::string slug;
    std::int64_t gigabytes = 0; ///< of 1 000 000 000 bytes
};
Reply set_quota(Application& application, const QuotaOptions& options);

/// One message for one workspace, and what its envelope says.
struct PostOptions {
    std::string slug;
    std::string to;                  ///< may be empty: the headers say it then
    std::optional<std::string> from; ///< empty, « <> » or « MAILER-DAEMON »: a bounce
    std::string file;                ///< the message; deliver_mail reads it from the input instead
};
/// Takes the message a mail server pipes here, in the server of this installation when one runs.
/// Returns a code of sysexits.h: EX_OK, EX_DATAERR, EX_NOUSER, or EX_TEMPFAIL for anything that
/// passes.
int deliver_mail(const base::Configuration& configuration, const PostOptions& options);
/// The same for a message in a file, with those codes.
Reply take_mail(Application& application, const PostOptions& options);

struct UserOptions {
    std::string email;
    int count = 1;
};
/// Prints a link, valid one hour, by which the holder chooses a new password.
Reply reset_user(Application& application, const UserOptions& options);
/// Test mode only: prints `count` session cookies of an account, « name=token » a line.
Reply print_sessions(Application& application, const UserOptions& options);

} // namespace app
