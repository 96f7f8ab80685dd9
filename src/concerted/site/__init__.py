"""The site: settings, addresses, the entrance for a web server."""
