/* Makes one system call of a program fail: FAULT="write:eio:3" spoils the third write to a file whose path begins
 * with FAULT_PATH; "fdatasync:enospc:1" the first sync, number 0 every one. What can go wrong: eio, enospc, edquot, short
 * (half of the bytes are taken, then the disk is full), kill (the program dies inside the call), lie (the call says that it
 * succeeded and does nothing). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int met;
static int isFull;

/* Whether this call of this kind on this path is the one to spoil; the fault's name goes to `fault`. */
static int isDueAt(const char *call, const char *target, char fault[16]) {
    const char *plan = getenv("FAULT"), *path = getenv("FAULT_PATH");
    char wanted[16];
    int number;
    if (!plan || !path || sscanf(plan, "%15[^:]:%15[^:]:%d", wanted, fault, &number) != 3) return 0;
    if (strncmp(target, path, strlen(path)) || strcmp(call, wanted)) return 0;
    return number == 0 || ++met == number;
}

static int isDue(const char *call, int descriptor, char fault[16]) {
    char link[64], target[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, target, sizeof target - 1);
    if (length < 0) return 0;
    target[length] = 0;
    return isDueAt(call, target, fault);
}

static int fail(const char *fault) {
    if (!strcmp(fault, "lie")) return 0;
    if (!strcmp(fault, "kill")) raise(SIGKILL);
    errno = !strcmp(fault, "eio") ? EIO : !strcmp(fault, "edquot") ? EDQUOT : ENOSPC;
    return -1;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    char fault[16];
    if (isFull && descriptor > 2) {
        isFull = 0;
        errno = ENOSPC;
        return -1;
    }
    if (descriptor <= 2 || !isDue("write", descriptor, fault)) return real(descriptor, bytes, count);
    if (!strcmp(fault, "short") || !strcmp(fault, "kill")) {
        ssize_t taken = real(descriptor, bytes, count / 2);
        if (!strcmp(fault, "kill")) raise(SIGKILL);
        isFull = 1;
        return taken;
    }
    return fail(fault);
}

#define SPOILED(name)                                          \
    int name(int descriptor) {                                 \
        int (*real)(int) = dlsym(RTLD_NEXT, #name);            \
        char fault[16];                                        \
        return isDue(#name, descriptor, fault) ? fail(fault) : real(descriptor); \
    }
SPOILED(fdatasync)
SPOILED(fsync)
SPOILED(syncfs)

static int spoiledTruncate(const char *name, int descriptor, off_t length) {
    int (*real)(int, off_t) = dlsym(RTLD_NEXT, name);
    char fault[16];
    return isDue("ftruncate", descriptor, fault) ? fail(fault) : real(descriptor, length);
}
int ftruncate(int descriptor, off_t length) { return spoiledTruncate("ftruncate", descriptor, length); }
int ftruncate64(int descriptor, off_t length) { return spoiledTruncate("ftruncate64", descriptor, length); }

#define SPOILED_MOVE(name)                                     \
    int name(const char *from, const char *to) {               \
        int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, #name); \
        char fault[16];                                        \
        return isDueAt(#name, to, fault) ? fail(fault) : real(from, to); \
    }
SPOILED_MOVE(rename)
SPOILED_MOVE(link)
