<?php
/**
 * Deletes the plugin's only setting. In a network, deletes it on every site.
 *
 * @package PrivacyPolicyElement
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $privacy_policy_element_site ) {
		delete_blog_option( $privacy_policy_element_site, 'privacy_policy_element_history' );
	}
} else {
	delete_option( 'privacy_policy_element_history' );
}
