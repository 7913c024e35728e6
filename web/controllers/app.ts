// The first load: pages work without it, it only makes them quicker to use.
import { Application } from '@hotwired/stimulus';
import { config } from '@hotwired/turbo';
import AutosubmitController from './autosubmit_controller';
import { keepButtonsBusy } from './busy';
import ComposerController from './composer_controller';
import { askInDialog } from './confirm';
import CopyController from './copy_controller';
import { openDialogs } from './dialogs';
import FilesController from './files_controller';
import { focusFirstError } from './form_errors';
import HotkeyController from './hotkey_controller';
import ListController from './list_controller';
import MenuController from './menu_controller';
import OtpController from './otp_controller';
import PaletteController from './palette_controller';
import RevealController from './reveal_controller';
import ShortcutsController, { readShortcuts } from './shortcuts_controller';
import SoonController from './soon_controller';
import ThemeController from './theme_controller';
import ToastController from './toast_controller';

const progress_bar_delay_ms = 400;

config.drive.progressBarDelay = progress_bar_delay_ms;
config.forms.confirm = askInDialog;
keepButtonsBusy();
openDialogs();
focusFirstError();
readShortcuts();

const application = Application.start();
application.register('autosubmit', AutosubmitController);
application.register('composer', ComposerController);
application.register('copy', CopyController);
application.register('files', FilesController);
application.register('hotkey', HotkeyController);
application.register('list', ListController);
application.register('menu', MenuController);
application.register('otp', OtpController);
application.register('palette', PaletteController);
application.register('reveal', RevealController);
application.register('shortcuts', ShortcutsController);
application.register('soon', SoonController);
application.register('theme', ThemeController);
application.register('toast', ToastController);
