// That this has run says that module scripts of this site are let through.
Object.assign(window, { madLabModules: true });
