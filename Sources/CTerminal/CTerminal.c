#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t unicode = (locale_t)0;

static void open_locale(void) { unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int terminal_scalar_width(uint32_t scalar) {
    pthread_once(&once, open_locale);
    if (unicode == (locale_t)0) return 1;
    locale_t before = uselocale(unicode);
    int width = wcwidth((wchar_t)scalar);
    uselocale(before);
    return width;
}

int terminal_size(int descriptor, int *columns, int *rows) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return 0;
}

static struct termios cooked;
static volatile sig_atomic_t is_raw = 0;
static int raw_input = -1, raw_output = -1;

static const char enter_text[] = "\033[?1049h\033[?7l\033[?2004h\033[?25l\033[2J";
static const char leave_text[] = "\033[0m\033[?2004l\033[?7h\033[?25h\033[?1049l";

static void write_all(int descriptor, const char *text, size_t length) {
    while (length > 0) {
        ssize_t done = write(descriptor, text, length);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return;
        text += done;
        length -= (size_t)done;
    }
}

int terminal_enter(int input, int output) {
    struct termios raw;
    if (tcgetattr(input, &raw) != 0) return -1;
    if (!is_raw) cooked = raw;
    raw_input = input;
    raw_output = output;
    cfmakeraw(&raw);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    is_raw = 1;
    if (tcsetattr(input, TCSADRAIN, &raw) != 0) {
        is_raw = 0;
        return -1;
    }
    write_all(output, enter_text, sizeof enter_text - 1);
    return 0;
}

void terminal_leave(void) {
    if (!is_raw) return;
    is_raw = 0;
    write_all(raw_output, leave_text, sizeof leave_text - 1);
    tcsetattr(raw_input, TCSADRAIN, &cooked);
}

// Signals that only wake the loop, and those of a defect, after which the terminal must be usable all the same.
static const int watched[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGCONT};
static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { watched_count = sizeof watched / sizeof *watched, fatal_count = sizeof fatal / sizeof *fatal };
static struct sigaction watched_before[watched_count], fatal_before[fatal_count], pipe_before;
static int wake[2] = {-1, -1};

static void wake_loop(int number) {
    int before = errno;
    unsigned char byte = (unsigned char)number;
    ssize_t ignored = write(wake[1], &byte, 1);
    (void)ignored;
    errno = before;
}

static void leave_and_die(int number) {
    terminal_leave();
    raise(number);  // the handler is reset by now: this is the end the system meant
}

int terminal_watch_signals(void) {
    if (wake[0] >= 0) return wake[0];
    if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    struct sigaction action = {0};
    sigemptyset(&action.sa_mask);
    action.sa_handler = wake_loop;
    for (int i = 0; i < watched_count; i++) sigaction(watched[i], &action, &watched_before[i]);
    action.sa_handler = leave_and_die;
    action.sa_flags = (int)SA_RESETHAND | SA_NODEFER;
    for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &fatal_before[i]);
    action.sa_handler = SIG_IGN;
    action.sa_flags = 0;
    sigaction(SIGPIPE, &action, &pipe_before);
    return wake[0];
}

void terminal_unwatch_signals(void) {
    if (wake[0] < 0) return;
    for (int i = 0; i < watched_count; i++) sigaction(watched[i], &watched_before[i], 0);
    for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &fatal_before[i], 0);
    sigaction(SIGPIPE, &pipe_before, 0);
    close(wake[0]);
    close(wake[1]);
    wake[0] = wake[1] = -1;
}
