<?php
/**
 * Publishes earlier versions of the privacy page, which are its revisions, through the REST API.
 *
 * @package PrivacyPolicyElement
 */

namespace PrivacyPolicyElement;

defined( 'ABSPATH' ) || exit;

const REST_NAMESPACE = 'privacy-policy-element/v1';

/** Maximum number of revisions that are read. Versions from older revisions are not listed. */
const MAX_VERSIONS = 100;

/**
 * Returns whether an administrator made earlier versions public and the privacy page is published.
 *
 * @return bool
 */
function has_public_history() {
	return (bool) get_option( HISTORY_OPTION ) && null !== policy_page();
}

/**
 * Returns the address of the list of versions.
 *
 * @return string Address.
 */
function history_url() {
	return rest_url( REST_NAMESPACE . '/policy.json' );
}

/**
 * Registers the REST routes for the list of versions and for a single version.
 *
 * @return void
 */
function register_routes() {
	register_rest_route(
		REST_NAMESPACE,
		'/policy\.json',
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\history',
			'permission_callback' => __NAMESPACE__ . '\may_read_history',
		)
	);
	register_rest_route(
		REST_NAMESPACE,
		'/versions/(?P<id>\d+)',
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\version',
			'permission_callback' => __NAMESPACE__ . '\may_read_history',
			'args'                => array( 'id' => array( 'sanitize_callback' => 'absint' ) ),
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_routes' );

/**
 * Allows everybody to read the versions if an administrator made them public.
 *
 * @return true|\WP_Error
 */
function may_read_history() {
	return has_public_history()
		? true
		: new \WP_Error( 'rest_no_route', __( 'Earlier versions are not public.', 'privacy-policy-element' ), array( 'status' => 404 ) );
}

/**
 * Returns the versions that were public, newest first. The first one is the page itself. The others
 * are revisions since the page was published whose words differ from the next newer version.
 *
 * @param \WP_Post $page The page that is chosen under Settings > Privacy.
 * @return \WP_Post[]
 */
function versions_of( $page ) {
	$revisions = wp_get_post_revisions(
		$page->ID,
		array(
			'orderby'        => 'date',
			'order'          => 'DESC',
			'posts_per_page' => MAX_VERSIONS,
		)
	);
	$versions  = array( $page );
	$words     = words_of( $page );
	foreach ( $revisions as $revision ) {
		// Drafts from before the page was published, and autosaves, were never public.
		if ( wp_is_post_autosave( $revision ) || $revision->post_date_gmt < $page->post_date_gmt ) {
			continue;
		}
		$older = words_of( $revision );
		if ( $older === $words ) {
			// The date of a version is that of the oldest revision with the same words.
			$last = array_pop( $versions );
			if ( $last->ID !== $page->ID ) {
				$last = $revision;
			}
			$last->version_date = $revision->post_date;
			$versions[]         = $last;
		} else {
			$versions[] = $revision;
			$words      = $older;
		}
	}
	return $versions;
}

/**
 * Returns the visible words of a version, for comparisons.
 *
 * @param \WP_Post $version The page or a revision.
 * @return string
 */
function words_of( $version ) {
	$text = wp_strip_all_tags( strip_shortcodes( $version->post_content ) );
	return trim( preg_replace( '/[\s\x{a0}]+/u', ' ', html_entity_decode( $text, ENT_QUOTES, 'UTF-8' ) ) );
}

/**
 * Returns the day on which a version was published, in the site's own time zone.
 *
 * @param \WP_Post $version The page or a revision.
 * @return string ISO 8601 day.
 */
function day_of( $version ) {
	return mysql2date( 'Y-m-d', isset( $version->version_date ) ? $version->version_date : $version->post_modified );
}

/**
 * Returns the list of versions, in the format of the command line's policy.json.
 *
 * @return \WP_REST_Response
 */
function history() {
	$page     = policy_page();
	$versions = versions_of( $page );
	$history  = array();
	foreach ( $versions as $version ) {
		$history[] = array(
			'version' => null,
			'date'    => day_of( $version ),
			'note'    => null,
			'minor'   => false,
			'url'     => rest_url( REST_NAMESPACE . '/versions/' . $version->ID ),
		);
	}
	return rest_ensure_response(
		array(
			'title'   => get_the_title( $page ),
			'lang'    => get_bloginfo( 'language' ),
			'url'     => get_permalink( $page ),
			'version' => null,
			'updated' => day_of( $versions[0] ),
			'history' => $history,
		)
	);
}

/**
 * Returns one version, in the JSON format of pages in WordPress's own REST API.
 *
 * @param \WP_REST_Request $request The request.
 * @return \WP_REST_Response|\WP_Error
 */
function version( $request ) {
	$page = policy_page();
	foreach ( versions_of( $page ) as $version ) {
		if ( $version->ID === $request['id'] ) {
			return rest_ensure_response(
				array(
					'title'    => array( 'rendered' => get_the_title( $version ) ),
					'content'  => array( 'rendered' => content_of( $version ) ),
					'modified' => day_of( $version ) . 'T00:00:00',
					'link'     => get_permalink( $page ),
				)
			);
		}
	}
	return new \WP_Error( 'rest_post_invalid_id', __( 'There is no such version.', 'privacy-policy-element' ), array( 'status' => 404 ) );
}

/**
 * Renders the content of a version as WordPress renders the page, but without the tag around it.
 *
 * @param \WP_Post $version The page or a revision.
 * @return string HTML.
 */
function content_of( $version ) {
	remove_filter( 'the_content', __NAMESPACE__ . '\wrap', 99 );
	$content = apply_filters( 'the_content', $version->post_content ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WordPress's own filter.
	add_filter( 'the_content', __NAMESPACE__ . '\wrap', 99 );
	return preg_replace( '~</?privacy-policy\b[^>]*>~i', '', $content );
}
